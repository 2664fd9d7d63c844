package dev.catavento.exporttableau.xlsx;

import java.util.function.Consumer;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.StyleSetter;

/** How cells look. */
public enum CellStyle {
    PLAIN(style -> {}),
    HEADING(style -> style.bold()
            .fontColor(Colour.WHITE)
            .fillColor(Colour.PETROL)
            .horizontalAlignment("center")
            .verticalAlignment("center")
            .wrapText(true)),
    TITLE(style -> style.bold().fontSize(16).fontColor(Colour.PETROL)),
    WARNING(style -> style.bold().fontSize(12).fontColor(Colour.RED)),
    STRONG(style -> style.bold()),
    TEXT(style -> style.horizontalAlignment("left").indent(1)),
    WHOLE(style -> style.format("0")),
    COUNT(style -> style.format("#,##0")),
    MEGAWATT(style -> style.format("#,##0.000")),
    STRONG_MEGAWATT(style -> style.bold().format("#,##0.000")),
    KILOWATT(style -> style.format("#,##0.0")),
    DEGREE(style -> style.format("0.000000")),
    INSTANT(style -> style.format("dd/mm/yyyy hh:mm:ss")),
    DAY(style -> style.format("dd/mm/yyyy"));

    private final Consumer<StyleSetter> look;

    CellStyle(Consumer<StyleSetter> look) {
        this.look = look;
    }

    /** Gives these cells this look, empty ones too. */
    public void applyTo(Range cells) {
        var style = cells.style();
        look.accept(style);
        style.set();
    }

    private static final class Colour {
        static final String WHITE = "FFFFFFFF";
        static final String PETROL = "FF1F4E5F";
        static final String RED = "FFB00020";
    }
}
