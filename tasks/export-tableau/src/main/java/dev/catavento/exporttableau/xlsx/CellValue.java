package dev.catavento.exporttableau.xlsx;

import dev.catavento.exporttableau.text.PlainNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Worksheet;

/** Puts values into cells: numbers and dates as such, text so that it is never run as a formula. */
public final class CellValue {
    private CellValue() {}

    /** Null leaves the cell empty. Rows and columns are counted from 0. */
    public static void put(Worksheet sheet, int row, int column, CellStyle style, Object value) {
        switch (value) {
            case null -> {}
            case String text -> put(sheet, row, column, CellText.of(text));
            case Boolean flag -> put(sheet, row, column, flag ? "Sim" : "Não");
            case Double degrees
            when style == CellStyle.DEGREE -> sheet.value(row, column, new BigDecimal(PlainNumber.coordinate(degrees)));
            case Number number -> sheet.value(row, column, number);
            case Instant instant -> sheet.value(row, column, instant);
            case LocalDate day -> sheet.value(row, column, day);
            default -> throw new IllegalArgumentException("no cell holds a " + value.getClass());
        }
    }

    /** Text stands in the cell itself: a table of all texts would have to be kept in memory. */
    private static void put(Worksheet sheet, int row, int column, String text) {
        if (text.equals(text.strip())) {
            sheet.inlineString(row, column, text);
        } else {
            // only so are blanks at its ends kept
            sheet.inlineString(row, column, RichText.builder().run(text).end().build());
        }
    }
}
