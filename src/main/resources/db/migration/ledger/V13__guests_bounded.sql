-- What came by a link is bounded: files are kept for ever, and whoever has the address has the key.
alter table ledger.guest_link
    add column files      int not null default 0,
    add column file_bytes bigint not null default 0;
