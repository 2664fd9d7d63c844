package dev.catavento.simulator.query;

import dev.catavento.simulator.layer.ArcGisException;
import dev.catavento.simulator.layer.LayerSchema;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Turns a token into an operand; instants are read as UTC, as the layer's dates are. */
record OperandParser(LayerSchema schema) {

    Operand parse(Token token) {
        return switch (token.kind()) {
            case NUMBER -> new Operand.OfNumber(Double.parseDouble(token.text()));
            case STRING -> new Operand.OfText(token.text());
            case WORD ->
                new Operand.OfColumn(schema.find(token.text())
                        .orElseThrow(() -> ArcGisException.badQuery("Invalid field: " + token.text())));
            case SYMBOL, END ->
                throw ArcGisException.badQuery("'where' clause is invalid: a value is missing at " + token.text());
        };
    }

    Operand instant(Token token) {
        try {
            String text = token.text().strip();
            LocalDateTime time = text.length() <= 10
                    ? LocalDate.parse(text).atStartOfDay()
                    : LocalDateTime.parse(text.replace(' ', 'T'));
            return new Operand.OfNumber(time.toInstant(ZoneOffset.UTC).toEpochMilli());
        } catch (DateTimeParseException e) {
            throw ArcGisException.badQuery("'where' clause has an invalid date " + token.text());
        }
    }
}
