package dev.catavento.extractsigel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The prints of all rows of a set, sorted: whatever their numbers and order were, the same rows give the same print. */
final class FleetPrint {
    private final List<RowPrint> rows;

    private FleetPrint(List<RowPrint> sorted) {
        this.rows = sorted;
    }

    static FleetPrint of(Collection<RowPrint> rows) {
        return new FleetPrint(rows.stream().sorted().toList());
    }

    static FleetPrint read(byte[] gzip) {
        var rows = new ArrayList<RowPrint>();
        try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(gzip), 1 << 16))) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                rows.add(new RowPrint(in.readLong(), in.readLong(), in.readDouble(), in.readDouble()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FleetPrint(rows);
    }

    byte[] gzip() {
        var bytes = new ByteArrayOutputStream(Integer.BYTES + rows.size() * RowPrint.BYTES);
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(rows.size());
            for (var row : rows) {
                out.writeLong(row.digestHigh());
                out.writeLong(row.digestLow());
                out.writeDouble(row.x());
                out.writeDouble(row.y());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Gzip.pack(bytes.toByteArray());
    }

    /** The same rows, each within 1e-7 degree of where it was. */
    boolean sameAs(FleetPrint other) {
        if (rows.size() != other.rows.size()) {
            return false;
        }
        for (int from = 0; from < rows.size(); ) {
            int to = endOfGroup(from);
            if (to != other.endOfGroup(from)
                    || !rows.get(from).sameAttributes(other.rows.get(from))
                    || !PlaceMatching.matches(rows.subList(from, to), other.rows.subList(from, to))) {
                return false;
            }
            from = to;
        }
        return true;
    }

    private int endOfGroup(int from) {
        int to = from + 1;
        while (to < rows.size() && rows.get(to).sameAttributes(rows.get(from))) {
            to++;
        }
        return to;
    }
}
