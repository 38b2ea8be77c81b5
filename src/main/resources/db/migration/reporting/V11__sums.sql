-- Kept totals are added up element by element where they are changed; nothing calls these any more.
drop function reporting.plus(numeric[], numeric[]);
drop function reporting.plus(int[], int[]);
