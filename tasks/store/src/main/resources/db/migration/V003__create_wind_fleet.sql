-- Every turbine ever published: the key it was last known by, and the place its id was derived from. Ids are never
-- reused; a row is never deleted.
CREATE TABLE core.turbine_identity (
    turbine_id uuid PRIMARY KEY,
    plant_key text NOT NULL,
    designation text NOT NULL,
    longitude double precision NOT NULL,
    latitude double precision NOT NULL,
    first_longitude double precision NOT NULL,
    first_latitude double precision NOT NULL,
    first_seen_day date NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON core.turbine_identity TO catavento_load;
GRANT SELECT ON core.turbine_identity TO catavento_export;

-- The current fleet: repaired values in our words and units; what the source said stands beside where it differs.
CREATE TABLE core.wind_turbine (
    turbine_id uuid PRIMARY KEY REFERENCES core.turbine_identity,
    plant_id_sigel integer,
    ceg text,
    plant_name text NOT NULL,
    designation text NOT NULL,
    rated_power_kw double precision,
    pot_mw_original double precision,
    hub_height_m double precision,
    tip_height_m double precision,
    rotor_diameter_m double precision,
    operating boolean,
    owner_name text,
    state_uf text,
    location geometry(Point, 4674) NOT NULL,
    utm_easting_m double precision,
    utm_northing_m double precision,
    utm_datum text,
    utm_zone text,
    source_version text,
    source_origin text,
    source_updated_at timestamptz,
    valid_from_day date NOT NULL
);
CREATE INDEX wind_turbine_location ON core.wind_turbine USING gist (location);
CREATE INDEX wind_turbine_plant ON core.wind_turbine (plant_id_sigel, designation);
GRANT SELECT, INSERT, UPDATE, DELETE ON core.wind_turbine TO catavento_load;
GRANT SELECT ON core.wind_turbine TO catavento_export;

-- The source's row number in the newest snapshot: it changes from load to load, so it is kept beside the fleet.
CREATE TABLE core.wind_turbine_object_id (
    turbine_id uuid PRIMARY KEY REFERENCES core.turbine_identity,
    object_id bigint NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON core.wind_turbine_object_id TO catavento_load;
GRANT SELECT ON core.wind_turbine_object_id TO catavento_export;
