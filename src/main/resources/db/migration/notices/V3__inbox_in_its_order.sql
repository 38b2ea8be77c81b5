-- The inbox as it is shown, unread first: the newest five of a person who has thousands are read without sorting them all.
create index notice_inbox_in_order on notices.notice (person_id, (read_at is not null), created_at desc, id desc);
drop index notices.notice_inbox;
