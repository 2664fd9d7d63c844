package dev.catavento.store;

import java.util.List;

/**
 * Loads what a task needs of the driver once it is connected. The build trains the AOT cache without a store, so these
 * would be missing in it: a tenth of a second at each start.
 */
final class StoreRehearsal {
    private static final List<String> CLASSES = List.of(
            "org.postgresql.shaded.com.ongres.scram.client.ScramClient",
            "org.postgresql.shaded.com.ongres.scram.common.ScramFunctions",
            "org.postgresql.shaded.com.ongres.scram.common.ServerFinalMessage",
            "org.postgresql.core.v3.QueryExecutorImpl",
            "org.postgresql.core.v3.SimpleQuery",
            "org.postgresql.core.v3.SimpleParameterList",
            "org.postgresql.core.v3.CopyInImpl",
            "org.postgresql.core.v3.Portal",
            "org.postgresql.core.Tuple",
            "org.postgresql.core.Parser",
            "org.postgresql.core.v3.ScramAuthenticator",
            "org.postgresql.copy.CopyManager",
            "org.postgresql.copy.PGCopyOutputStream",
            "org.postgresql.jdbc.PgConnection",
            "org.postgresql.jdbc.PgPreparedStatement",
            "org.postgresql.jdbc.PgResultSet",
            "org.postgresql.jdbc.TypeInfoCache",
            "org.postgresql.jdbc.TimestampUtils",
            "org.postgresql.util.ByteConverter",
            "org.postgresql.util.PGbytea");

    private StoreRehearsal() {}

    static void play() {
        for (var name : CLASSES) {
            try {
                Class.forName(name);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("the driver has no such class any more: take it off the list", e);
            }
        }
    }
}
