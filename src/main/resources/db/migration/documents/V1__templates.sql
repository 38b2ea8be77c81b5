create schema documents;

-- Templates that the office has put in place of the shipped ones. Each change is a version of its own; the highest number holds.
create table documents.template_version (
    id        uuid primary key,
    name      text not null,
    number    int not null,
    file_id   uuid,                            -- null: the shipped template again
    file_name text,
    size      bigint,
    made_by   text not null,
    made_at   timestamptz not null,
    unique (name, number),
    check ((file_id is null) = (file_name is null) and (file_id is null) = (size is null))
);
