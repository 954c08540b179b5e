-- What the official connectors can read beside Tests/PostgresSourceTests/Cases/kinds.sql, which goes
-- before: names that must be quoted somewhere, partitions, keys in a circle, routines. Names with
-- quotes, and foreign keys into a schema with a dot or in upper case, are beyond them;
-- Tests/PostgresSourceTests has those.
CREATE SCHEMA "We.ird Schema";
COMMENT ON SCHEMA "We.ird Schema" IS 'A dot, a space, UPPER case';
CREATE TABLE "We.ird Schema"."Tab.le Ω" (
  "Col.umn" integer, "UPPER" integer, "sp ace" text, "it's" text, "100%_\" text,
  "'; DROP TABLE x; --" text, "模型" varchar(9), PRIMARY KEY ("Col.umn", "UPPER")
);
COMMENT ON COLUMN "We.ird Schema"."Tab.le Ω"."Col.umn" IS 'A dot in a name, é and "quotes"';
CREATE VIEW "We.ird Schema"."A View" AS SELECT "Col.umn" AS "Ren.amed" FROM "We.ird Schema"."Tab.le Ω";

CREATE TABLE kinds.by_day (day date NOT NULL, region text, PRIMARY KEY (day))
  PARTITION BY RANGE (day);
CREATE TABLE kinds.by_day_2020 PARTITION OF kinds.by_day
  FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE kinds.circle_one (id integer PRIMARY KEY, other integer);
CREATE TABLE kinds.circle_two (
  id integer PRIMARY KEY, other integer REFERENCES kinds.circle_one (id)
);
ALTER TABLE kinds.circle_one ADD FOREIGN KEY (other) REFERENCES kinds.circle_two (id);
CREATE FUNCTION kinds.twice(integer) RETURNS integer AS 'SELECT 2 * $1' LANGUAGE sql;
CREATE PROCEDURE kinds.nothing() AS 'SELECT 1' LANGUAGE sql;
