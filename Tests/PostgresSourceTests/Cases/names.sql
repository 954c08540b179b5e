-- Names that must be quoted somewhere, and keys between their tables.
CREATE SCHEMA "We.ird Schema";
CREATE SCHEMA "quo""ted";
CREATE TABLE "quo""ted".unreachable (id integer);
CREATE TABLE "We.ird Schema"."Tab.le Ω" (
  "Col.umn" integer, "UPPER" integer, "sp ace" text, "q""uote" text, "it's" text, "100%_\" text,
  "'; DROP TABLE x; --" text, PRIMARY KEY ("Col.umn", "UPPER")
);
CREATE TABLE "We.ird Schema".a_child (
  a integer, b integer, q text UNIQUE,
  FOREIGN KEY (a, b) REFERENCES "We.ird Schema"."Tab.le Ω" ("Col.umn", "UPPER")
);
CREATE TABLE "We.ird Schema"."quo""ted" (id integer PRIMARY KEY);
CREATE TABLE "We.ird Schema".refers_to_quoted (
  id integer REFERENCES "We.ird Schema"."quo""ted" (id)
);
CREATE TABLE "We.ird Schema".by_day (day date NOT NULL, region text, PRIMARY KEY (day))
  PARTITION BY RANGE (day);
CREATE TABLE "We.ird Schema".by_day_2020 PARTITION OF "We.ird Schema".by_day
  FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE "We.ird Schema".refers_to_day (day date REFERENCES "We.ird Schema".by_day (day));
CREATE TABLE "We.ird Schema".circle_one (id integer PRIMARY KEY, other integer);
CREATE TABLE "We.ird Schema".circle_two (
  id integer PRIMARY KEY, other integer REFERENCES "We.ird Schema".circle_one (id)
);
ALTER TABLE "We.ird Schema".circle_one
  ADD FOREIGN KEY (other) REFERENCES "We.ird Schema".circle_two (id);
CREATE TEMPORARY TABLE fleeting (id integer);
