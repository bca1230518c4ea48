SELECT (SELECT application_id FROM pragma_application_id) AS ApplicationId,
       (SELECT user_version FROM pragma_user_version) AS Version,
       (SELECT count(*) FROM sqlite_schema) AS Objects;
