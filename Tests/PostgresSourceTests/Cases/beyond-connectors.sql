-- What stops the official connectors, in the schema of kinds.sql.
ALTER TABLE kinds.everything ADD ivy interval year to month;
ALTER TABLE kinds.keys RENAME "x:y>z" TO "x::y>z";
