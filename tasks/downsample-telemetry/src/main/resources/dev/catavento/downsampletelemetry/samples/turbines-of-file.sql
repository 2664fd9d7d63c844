SELECT DISTINCT ${turbine} AS turbine FROM ${relation} WHERE turbine IS NOT NULL
