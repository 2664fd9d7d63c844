package dev.catavento.extractsigel;

import dev.catavento.source.arcgis.LayerDescription;
import dev.catavento.store.raw.RawSession;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.Settings;
import dev.catavento.task.TaskException;
import org.jboss.logging.Logger;

/** Whether this layer is the turbine layer of the source this store belongs to. */
final class LayerAdmission implements FleetReader.Admission {
    private static final Logger LOG = Logger.getLogger(LayerAdmission.class);

    private final RawSession raw;
    private final SigelSettings sigel;
    private final Settings settings;
    private final Tally tally;

    LayerAdmission(RawSession raw, SigelSettings sigel, Settings settings, Tally tally) {
        this.raw = raw;
        this.sigel = sigel;
        this.settings = settings;
        this.tally = tally;
    }

    @Override
    public String check(LayerDescription layer, Survey survey) {
        var source = layer.selfName().orElse(sigel.sourceId());
        tally.admitted(source);
        var idField = survey.ids()
                .field()
                .or(layer::objectIdField)
                .orElseThrow(() -> breach("the layer has no id field", "an OBJECTID"));
        var fields = SigelContract.compare(layer.fields(), idField);
        fields.refuseBreach();
        if (!SigelContract.GEOMETRY_TYPE.equals(layer.geometryType())) {
            throw breach("its geometry is " + layer.geometryType(), SigelContract.GEOMETRY_TYPE);
        }
        PageContract.checkReference(layer.reference());
        if (!fields.added().isEmpty()) {
            LOG.warnf("the layer has new fields, kept in raw: %s", String.join(", ", fields.added()));
            tally.newFields(fields.added());
        }
        SourceIdentity.claim(raw, source, settings);
        return idField;
    }

    private static TaskException breach(String what, String expected) {
        return new TaskException(
                ErrorKind.SOURCE_CONTRACT,
                "the source broke its contract; " + what + " instead of " + expected,
                "nothing was landed; see whether CATAVENTO_SIGEL_URL names the turbine layer");
    }
}
