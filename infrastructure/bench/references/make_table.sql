-- The reference's table: the 19 attributes as the source sends them, and the point.
DROP TABLE IF EXISTS turbine;
CREATE TABLE turbine (
    pot_mw float8, alt_total float8, alt_torre float8, diam_rotor float8, data_atualizacao timestamptz,
    eol_versao_id integer, nome_eol text, den_aeg text, x float8, y float8, versao text, datum_emp text,
    operacao text, fuso_ag text, proprietario text, origem text, objectid bigint, uf text, ceg text,
    location geometry(Point, 4674)
);
