CREATE TABLE sample (turbine VARCHAR, "timestamp" ${stamp}, wind_speed DOUBLE, power DOUBLE, ambient_temperature DOUBLE, wind_direction DOUBLE)
