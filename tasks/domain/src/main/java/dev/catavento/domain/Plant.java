package dev.catavento.domain;

import java.util.Locale;

/**
 * The wind farm a turbine belongs to, as SIGEL names it.
 *
 * @param idSigel EOL_VERSAO_ID, null where the source has none
 * @param ceg the plant's code at ANEEL, null where the source has none
 * @param name NOME_EOL, cleaned
 */
public record Plant(Integer idSigel, String ceg, String name) {

    /** What tells plants apart: the id where there is one, else the name regardless of case. */
    public String key() {
        return idSigel == null ? "name:" + name.toLowerCase(Locale.ROOT) : "id:" + idSigel;
    }
}
