package dev.catavento.simulator.replay;

import dev.catavento.simulator.layer.SourceRow;

/** A recorded row with the OBJECTID it was recorded with. */
record NumberedRow(int objectId, SourceRow row) {}
