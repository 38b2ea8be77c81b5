-- Each text of minutes as it was saved, with who wrote it: whoever wrote any of it does not sign it.
create table meetings.minutes_text (
    meeting_id   uuid not null references meetings.minutes,
    version      int not null,
    text_version int not null,
    content      text not null,
    writer_id    uuid not null,
    written_at   timestamptz not null,
    primary key (meeting_id, version)
);

-- Why minutes were signed though not everybody who was asked agrees to this text.
alter table meetings.minutes add column signed_over text;

-- What is asked in detail, beside the sentence itself.
alter table meetings.decision add column requirement text not null default '';

-- The newest text that somebody answered: what changed since is shown where they are asked again.
alter table meetings.circulation add column answered_text int;
