package dev.catavento.exporttableau.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.exporttableau.table.Column;
import dev.catavento.exporttableau.table.ColumnType;
import dev.catavento.exporttableau.table.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CsvFileTest {

    @Test
    void everyKindOfValueIsWrittenItsOwnWay() throws IOException {
        var types = List.of(
                ColumnType.TEXT,
                ColumnType.NUMBER,
                ColumnType.COORDINATE,
                ColumnType.INTEGER,
                ColumnType.FLAG,
                ColumnType.INSTANT,
                ColumnType.DAY);
        assertThat(csv(types, List.of("x", 4.2, -3.5, 30739L, true, Instant.EPOCH, LocalDate.EPOCH)))
                .isEqualTo("x,4.2,-3.500000,30739,Sim,1970-01-01T00:00:00Z,1970-01-01\n");
    }

    @Test
    void nullIsEmptyAndFalseIsNao() throws IOException {
        var row = new java.util.ArrayList<Object>();
        row.add(null);
        row.add(false);
        assertThat(csv(List.of(ColumnType.TEXT, ColumnType.FLAG), row)).isEqualTo(",Não\n");
    }

    @Test
    void textIsQuotedWhereItMustBe() throws IOException {
        var text = List.of(ColumnType.TEXT, ColumnType.TEXT, ColumnType.TEXT);
        assertThat(csv(text, List.of("a,b", "o \"bom\" vento", "ponto; e vírgula")))
                .isEqualTo("\"a,b\",\"o \"\"bom\"\" vento\",ponto; e vírgula\n");
    }

    @Test
    void noFieldHoldsALineBreakAndNoneRunsAsAFormula() throws IOException {
        var text = List.of(ColumnType.TEXT, ColumnType.TEXT, ColumnType.TEXT);
        assertThat(csv(text, List.of("um\r\ndois", "\r=1+1", "a\u2028b\tc"))).isEqualTo("um dois,' =1+1,a b c\n");
    }

    private static String csv(List<ColumnType> types, List<Object> row) throws IOException {
        var words = new Words("", "");
        var columns = IntStream.range(0, types.size())
                .mapToObj(
                        i -> new Column<List<Object>>("c" + i, types.get(i), "", words, words, values -> values.get(i)))
                .toList();
        var bytes = new ByteArrayOutputStream();
        try (var csv = new CsvFile<>(bytes, columns)) {
            csv.accept(row);
        }
        return bytes.toString(StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow() + "\n";
    }
}
