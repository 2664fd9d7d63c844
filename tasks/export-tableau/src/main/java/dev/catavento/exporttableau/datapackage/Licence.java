package dev.catavento.exporttableau.datapackage;

import dev.catavento.exporttableau.table.Words;

/** Under which terms data may be used, as far as it is known. */
public record Licence(String name, String url, Words title) {
    public static final Licence ANEEL = new Licence(
            "ODbL-1.0",
            "https://opendatacommons.org/licenses/odbl/1-0/",
            new Words(
                    "Open Database License 1.0, a licença dos dados abertos da ANEEL; o serviço do SIGEL não declara"
                            + " licença própria",
                    "Open Database License 1.0, the licence of ANEEL's open data; the SIGEL service states no licence of"
                            + " its own"));

    public static final Licence DEMO = new Licence(
            "CC0-1.0",
            "https://creativecommons.org/publicdomain/zero/1.0/",
            new Words("CC0 1.0: dados inventados", "CC0 1.0: made-up data"));
}
