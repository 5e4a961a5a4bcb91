#!/bin/sh
# Runs once, on an empty volume: the role and the database of the application. The application is not superuser.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$CRM_DATABASE_PASSWORD" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
CREATE ROLE crm LOGIN PASSWORD :'password';
CREATE DATABASE crm OWNER crm;
REVOKE ALL ON DATABASE crm FROM PUBLIC;
SQL
