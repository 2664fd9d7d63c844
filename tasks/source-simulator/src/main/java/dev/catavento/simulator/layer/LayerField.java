package dev.catavento.simulator.layer;

/** The nineteen fields of SIGEL's wind-turbine layer, in the layer's order. */
public enum LayerField {
    POT_MW(FieldType.DOUBLE, "Potência (MW)", 0),
    ALT_TOTAL(FieldType.DOUBLE, "Altura total", 0),
    ALT_TORRE(FieldType.DOUBLE, "Altura da torre", 0),
    DIAM_ROTOR(FieldType.DOUBLE, "Diâmetro do rotor", 0),
    /** Declares a length of 8 though its values have 13 digits, as the real layer does. */
    DATA_ATUALIZACAO(FieldType.DATE, "Data da atualização", 8),
    EOL_VERSAO_ID(FieldType.INTEGER, "ID Empreendimento", 0),
    NOME_EOL(FieldType.STRING, "Nome da EOL", 254),
    DEN_AEG(FieldType.STRING, "Denominação do AG", 100),
    X(FieldType.DOUBLE, "E", 0),
    Y(FieldType.DOUBLE, "N", 0),
    VERSAO(FieldType.STRING, "Versão atual", 50),
    DATUM_EMP(FieldType.STRING, "Datum", 50),
    OPERACAO(FieldType.STRING, "Operação Comercial", 50),
    FUSO_AG(FieldType.STRING, "Fuso", 50),
    PROPRIETARIO(FieldType.STRING, "Proprietário", 1000),
    ORIGEM(FieldType.STRING, "Origem do dado", 50),
    OBJECTID(FieldType.OID, "OBJECTID", 0),
    UF(FieldType.STRING, "UF", 50),
    CEG(FieldType.STRING, "CEG", 21);

    private final FieldType type;
    private final String alias;
    private final int length;

    LayerField(FieldType type, String alias, int length) {
        this.type = type;
        this.alias = alias;
        this.length = length;
    }

    public FieldType type() {
        return type;
    }

    public String alias() {
        return alias;
    }

    /** Declared length, 0 where the layer declares none. */
    public int length() {
        return length;
    }
}
