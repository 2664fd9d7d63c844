-- Maintenance records no action of anybody: a restore is written by the superuser who makes it, the rest by triggers and loads.
REVOKE EXECUTE ON FUNCTION ops.record_action(text, text, text, text, date, text, text) FROM catavento_maintain;
