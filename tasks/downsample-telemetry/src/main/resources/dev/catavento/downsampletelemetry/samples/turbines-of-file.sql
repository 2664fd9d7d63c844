SELECT DISTINCT ${turbine} AS turbine, ${stamp} IS NULL FROM ${relation}
