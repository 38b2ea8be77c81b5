-- One link opens for a unit at a time: who makes one replaces the other, and of two at once the second is told.
create unique index link_one on reporting.link (regime, place) where revoked_at is null;
