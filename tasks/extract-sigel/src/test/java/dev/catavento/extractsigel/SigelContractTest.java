package dev.catavento.extractsigel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.source.arcgis.LayerField;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drift of the layer is named by field. */
class SigelContractTest {
    @Test
    void theLayerAsPublishedKeepsTheContract() {
        var difference = SigelContract.compare(published(), "OBJECTID");
        assertThat(difference).isEqualTo(new FieldDifference(List.of(), List.of(), List.of()));
        difference.refuseBreach();
    }

    @Test
    void aNewFieldIsNewsAndAnyIdFieldWillDo() {
        var fields = published();
        fields.add(new LayerField("FID", "esriFieldTypeOID"));
        fields.add(new LayerField("NOVO", "esriFieldTypeString"));
        var difference = SigelContract.compare(fields, "FID");
        assertThat(difference.added()).containsExactly("OBJECTID", "NOVO");
        difference.refuseBreach();
    }

    @Test
    void whatIsMissingOrRetypedIsNamedTogether() {
        var fields = published();
        fields.removeIf(field -> List.of("UF", "CEG", "POT_MW").contains(field.name()));
        fields.add(new LayerField("POT_MW", "esriFieldTypeString"));
        assertThatThrownBy(() -> SigelContract.compare(fields, "OBJECTID").refuseBreach())
                .isInstanceOfSatisfying(
                        TaskException.class, breach -> assertThat(breach.kind()).isEqualTo(ErrorKind.SOURCE_CONTRACT))
                .hasMessageContaining("field missing: UF, CEG")
                .hasMessageContaining("POT_MW is esriFieldTypeString instead of esriFieldTypeDouble");
    }

    private static List<LayerField> published() {
        var fields = new ArrayList<LayerField>();
        SigelContract.FIELDS.forEach((name, type) -> fields.add(new LayerField(name, type)));
        fields.add(new LayerField("OBJECTID", "esriFieldTypeOID"));
        return fields;
    }
}
