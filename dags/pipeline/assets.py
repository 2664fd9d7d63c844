"""The data sets that tasks hand on, as Airflow's lineage shows them: raw → core → export."""

from airflow.sdk import Asset

RAW_WIND_FLEET = Asset(name="raw.wind_fleet", uri="catavento://raw/wind_fleet", group="wind_fleet")
CORE_WIND_FLEET = Asset(name="core.wind_fleet", uri="catavento://core/wind_fleet", group="wind_fleet")
RAW_TELEMETRY = Asset(name="raw.telemetry", uri="catavento://raw/telemetry", group="telemetry")
CORE_TELEMETRY = Asset(name="core.telemetry", uri="catavento://core/telemetry", group="telemetry")
TABLEAU_TELEMETRY = Asset(name="exports.telemetry", uri="catavento://exports/telemetry", group="telemetry")
TABLEAU_WIND_FLEET = Asset(name="exports.wind_fleet", uri="catavento://exports/wind_fleet", group="wind_fleet")
