#!/bin/sh
# Runs once, on an empty volume: the database, the role that owns and migrates it, and the role that the product runs as.
# Neither is superuser; the second owns nothing, so it cannot change the audit trail.
set -eu
psql -v ON_ERROR_STOP=1 -v owner="$CRM_OWNER_PASSWORD" -v runtime="$CRM_DATABASE_PASSWORD" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
CREATE ROLE crm LOGIN PASSWORD :'owner';
CREATE ROLE crm_runtime LOGIN PASSWORD :'runtime';
CREATE DATABASE crm OWNER crm;
REVOKE ALL ON DATABASE crm FROM PUBLIC;
SQL
