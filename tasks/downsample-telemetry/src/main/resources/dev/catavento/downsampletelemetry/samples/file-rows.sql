SELECT ${turbine}, ${stamp}::VARCHAR/*each*/, ${column}::VARCHAR/*end*/ FROM ${relation}
