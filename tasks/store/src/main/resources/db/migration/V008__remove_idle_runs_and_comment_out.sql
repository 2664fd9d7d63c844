-- What the ledger loses after 90 days: runs that did nothing, and runs of the task that only watches. All else stays, and
-- so does of these: the newest of each task, why a day was never captured or published, and what incidents or the audit name.
CREATE TABLE ops.removed_run_count (
    task text NOT NULL,
    dataset text NOT NULL,
    outcome text NOT NULL,
    runs bigint NOT NULL,
    PRIMARY KEY (task, dataset, outcome)
);

-- By a function, so that no login may remove any other run. Gives how many went, or would.
CREATE FUNCTION ops.remove_idle_runs(started_before timestamptz, dry_run boolean) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    idle bigint[];
BEGIN
    SELECT coalesce(array_agg(r.task_run_id), '{}') INTO idle
      FROM ops.task_run r
     WHERE r.started_at < least(started_before, now() - interval '90 days')
       AND (r.outcome = 'nothing-new' OR r.task = 'watch-store' AND r.outcome = 'completed')
       AND r.task_run_id <> ALL (ARRAY(SELECT max(task_run_id) FROM ops.task_run GROUP BY task, dataset))
       AND NOT (r.task LIKE 'extract-%'
                AND NOT EXISTS (SELECT FROM raw.capture c WHERE c.dataset = r.dataset AND c.day = r.day))
       AND NOT (r.task LIKE 'load-%'
                AND NOT EXISTS (SELECT FROM ops.release p WHERE p.dataset = r.dataset AND p.day = r.day))
       AND NOT EXISTS (SELECT FROM ops.incident i WHERE i.run_id = r.run_id)
       AND NOT EXISTS (SELECT FROM ops.audit a WHERE a.run_id = r.run_id);
    IF NOT dry_run THEN
        INSERT INTO ops.removed_run_count AS counted (task, dataset, outcome, runs)
        SELECT r.task, coalesce(r.dataset, ''), r.outcome, count(*)
          FROM ops.task_run r WHERE r.task_run_id = ANY (idle) GROUP BY 1, 2, 3
            ON CONFLICT (task, dataset, outcome) DO UPDATE SET runs = counted.runs + excluded.runs;
        DELETE FROM ops.task_run WHERE task_run_id = ANY (idle);
    END IF;
    RETURN cardinality(idle);
END
$$;
REVOKE ALL ON FUNCTION ops.remove_idle_runs(timestamptz, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ops.remove_idle_runs(timestamptz, boolean) TO catavento_maintain;

CREATE VIEW out.task_run_count AS
SELECT task, nullif(dataset, '') AS dataset, outcome, sum(runs)::bigint AS runs
  FROM (SELECT task, coalesce(dataset, '') AS dataset, outcome, count(*) AS runs FROM ops.task_run GROUP BY 1, 2, 3
        UNION ALL
        SELECT task, dataset, outcome, runs FROM ops.removed_run_count) AS counted
 GROUP BY task, dataset, outcome;
GRANT SELECT ON out.task_run_count TO catavento_read, catavento_export;

-- The stable face says what it is, in Portuguese and English; units in brackets. docs/dictionary.md has the same words.
COMMENT ON VIEW out.wind_turbine IS
    'A frota publicada, um aerogerador por linha. · The published fleet, one turbine a row.';
COMMENT ON COLUMN out.wind_turbine.turbine_id IS
    'Identificador estável do aerogerador no Catavento, derivado do conteúdo. · The turbine''s stable id in Catavento, derived from content.';
COMMENT ON COLUMN out.wind_turbine.plant_id_sigel IS
    'Identificador do empreendimento no SIGEL (EOL_VERSAO_ID). · The plant''s id in SIGEL (EOL_VERSAO_ID).';
COMMENT ON COLUMN out.wind_turbine.ceg IS
    'Código único da usina (não do aerogerador) na ANEEL. · ANEEL''s unique code of the plant (not of the turbine).';
COMMENT ON COLUMN out.wind_turbine.plant_name IS
    'Nome da usina eólica. · Name of the wind plant.';
COMMENT ON COLUMN out.wind_turbine.designation IS
    'Designação do aerogerador dentro da usina. · The turbine''s designation within its plant.';
COMMENT ON COLUMN out.wind_turbine.rated_power_kw IS
    'Potência nominal, reparada. · Rated power, repaired. [kW]';
COMMENT ON COLUMN out.wind_turbine.hub_height_m IS
    'Altura do solo ao cubo do rotor. · Height from the ground to the rotor''s hub. [m]';
COMMENT ON COLUMN out.wind_turbine.tip_height_m IS
    'Altura do solo à ponta da pá no ponto mais alto. · Height from the ground to the blade tip at its highest. [m]';
COMMENT ON COLUMN out.wind_turbine.rotor_diameter_m IS
    'Diâmetro do círculo varrido pelas pás. · Diameter of the circle swept by the blades. [m]';
COMMENT ON COLUMN out.wind_turbine.operating IS
    'Verdadeiro, falso, ou nulo onde o SIGEL não informa. · True, false, or null where SIGEL does not say.';
COMMENT ON COLUMN out.wind_turbine.owner_name IS
    'Empresa proprietária. · Owning company.';
COMMENT ON COLUMN out.wind_turbine.state_uf IS
    'Sigla da unidade da federação. · Brazilian state, two letters.';
COMMENT ON COLUMN out.wind_turbine.latitude IS
    'Latitude em SIRGAS 2000 (EPSG:4674). · Latitude in SIRGAS 2000 (EPSG:4674). [°]';
COMMENT ON COLUMN out.wind_turbine.longitude IS
    'Longitude em SIRGAS 2000 (EPSG:4674). · Longitude in SIRGAS 2000 (EPSG:4674). [°]';
COMMENT ON COLUMN out.wind_turbine.location IS
    'Ponto (longitude, latitude) em SIRGAS 2000 (EPSG:4674). · Point (longitude, latitude) in SIRGAS 2000 (EPSG:4674).';
COMMENT ON COLUMN out.wind_turbine.source_updated_at IS
    'Quando o SIGEL diz ter atualizado o registro; muito provavelmente hora de Brasília enviada como se fosse UTC. · When SIGEL says it updated the record; most probably Brasília time sent as if it were UTC.';
COMMENT ON COLUMN out.wind_turbine.valid_from_day IS
    'Primeiro dia em que o registro teve estes valores. · First day on which the record had these values.';
COMMENT ON COLUMN out.wind_turbine.issue_count IS
    'Ocorrências abertas do aerogerador. · The turbine''s open issues.';
COMMENT ON COLUMN out.wind_turbine.worst_severity IS
    'A mais grave das ocorrências abertas: info, warning ou error. · The gravest of the open issues: info, warning or error.';
COMMENT ON COLUMN out.wind_turbine.quality_flags IS
    'Regras das ocorrências abertas do aerogerador, separadas por ponto e vírgula. · Rules of the turbine''s open issues, separated by semicolons.';
COMMENT ON COLUMN out.wind_turbine.pot_mw_original IS
    'POT_MW como o SIGEL o publicou, antes de qualquer reparo; a unidade pode não ser MW. · POT_MW as SIGEL published it, before any repair; its unit may not be MW.';
COMMENT ON COLUMN out.wind_turbine.utm_easting_m IS
    'Coordenada leste como publicada, no datum e no fuso da própria linha. · Easting as published, in the row''s own datum and zone. [m]';
COMMENT ON COLUMN out.wind_turbine.utm_northing_m IS
    'Coordenada norte como publicada, no datum e no fuso da própria linha. · Northing as published, in the row''s own datum and zone. [m]';
COMMENT ON COLUMN out.wind_turbine.utm_datum IS
    'Datum das coordenadas UTM, como publicado. · Datum of the UTM coordinates, as published.';
COMMENT ON COLUMN out.wind_turbine.utm_zone IS
    'Fuso das coordenadas UTM, como publicado. · Zone of the UTM coordinates, as published.';
COMMENT ON COLUMN out.wind_turbine.source_version IS
    'Versão do registro no SIGEL. · Version of the record in SIGEL.';
COMMENT ON COLUMN out.wind_turbine.source_origin IS
    'Origem do registro, como publicada. · Origin of the record, as published.';
COMMENT ON COLUMN out.wind_turbine.object_id IS
    'Número da linha na captura mais nova; não serve de chave. · Row number in the newest capture; not a key.';

COMMENT ON VIEW out.wind_farm IS
    'As usinas da frota, com aerogeradores e potência por situação de operação. · The fleet''s plants, with turbines and power by operating status.';
COMMENT ON COLUMN out.wind_farm.plant_id_sigel IS
    'Identificador do empreendimento no SIGEL (EOL_VERSAO_ID). · The plant''s id in SIGEL (EOL_VERSAO_ID).';
COMMENT ON COLUMN out.wind_farm.ceg IS
    'Código único da usina na ANEEL. · ANEEL''s unique code of the plant.';
COMMENT ON COLUMN out.wind_farm.plant_name IS
    'Nome da usina eólica. · Name of the wind plant.';
COMMENT ON COLUMN out.wind_farm.state_uf IS
    'Sigla da unidade da federação. · Brazilian state, two letters.';
COMMENT ON COLUMN out.wind_farm.turbine_count IS
    'Aerogeradores registrados, em qualquer situação. · Registered turbines, whatever their status.';
COMMENT ON COLUMN out.wind_farm.operating_turbine_count IS
    'Aerogeradores em operação. · Operating turbines.';
COMMENT ON COLUMN out.wind_farm.operating_power_kw IS
    'Soma da potência dos aerogeradores em operação: a potência real da usina. · Sum of the operating turbines'' rated power: what the plant really has. [kW]';
COMMENT ON COLUMN out.wind_farm.not_operating_turbine_count IS
    'Aerogeradores registrados que não operam. · Registered turbines that do not operate.';
COMMENT ON COLUMN out.wind_farm.not_operating_power_kw IS
    'Soma da potência dos aerogeradores que não operam. · Sum of the rated power of turbines that do not operate. [kW]';
COMMENT ON COLUMN out.wind_farm.unknown_turbine_count IS
    'Aerogeradores cuja situação o SIGEL não informa. · Turbines whose status SIGEL does not say.';
COMMENT ON COLUMN out.wind_farm.unknown_power_kw IS
    'Soma da potência dos aerogeradores sem situação informada. · Sum of the rated power of turbines of unknown status. [kW]';
COMMENT ON COLUMN out.wind_farm.rated_power_kw IS
    'Soma da potência em qualquer situação; não é a potência em operação. · Sum of rated power whatever the status; it is not the operating power. [kW]';
COMMENT ON COLUMN out.wind_farm.location IS
    'Média das posições dos aerogeradores, ponto em SIRGAS 2000 (EPSG:4674). · Mean of the turbines'' positions, a point in SIRGAS 2000 (EPSG:4674). [°]';

COMMENT ON VIEW out.data_issue IS
    'O que há de estranho nos dados e o que foi reparado: ocorrências abertas e resolvidas. · What is odd in the data and what was repaired: open and resolved issues.';
COMMENT ON COLUMN out.data_issue.rule IS
    'Regra que a encontrou. · The rule that found it.';
COMMENT ON COLUMN out.data_issue.severity IS
    'error (não usar assim), warning (pode enganar) ou info (bom saber). · error (not usable as it is), warning (may mislead) or info (worth knowing).';
COMMENT ON COLUMN out.data_issue.dataset IS
    'Conjunto de dados a que pertence. · The dataset it belongs to.';
COMMENT ON COLUMN out.data_issue.subject_id IS
    'De que trata: turbine_id de um aerogerador, ou o identificador que a regra usa. · What it is about: a turbine''s turbine_id, or the id the rule uses.';
COMMENT ON COLUMN out.data_issue.field IS
    'Campo em que está. · The field it is in.';
COMMENT ON COLUMN out.data_issue.original_value IS
    'O valor como publicado. · The value as published.';
COMMENT ON COLUMN out.data_issue.result_value IS
    'O valor depois do reparo; vazio quando nada foi alterado. · The value after the repair; empty where nothing was changed.';
COMMENT ON COLUMN out.data_issue.evidence IS
    'Em que a regra se baseou. · What the rule went by.';
COMMENT ON COLUMN out.data_issue.first_seen_day IS
    'Primeiro dia em que foi vista. · First day on which it was seen.';
COMMENT ON COLUMN out.data_issue.last_seen_day IS
    'Último dia em que foi vista. · Last day on which it was seen.';
COMMENT ON COLUMN out.data_issue.resolved_day IS
    'Dia em que deixou de existir; vazio enquanto está aberta. · Day it was gone; empty while it is open.';

COMMENT ON VIEW out.store IS
    'Que dados estão aqui, e de que fonte. · What data is here, and of which source.';
COMMENT ON COLUMN out.store.store_name IS
    'Nome do acervo. · Name of the store.';
COMMENT ON COLUMN out.store.source_id IS
    'Identificador da fonte, gravado na primeira captura; outra fonte é recusada. · Id of the source, recorded at the first capture; another source is refused.';
COMMENT ON COLUMN out.store.is_demo IS
    'Verdadeiro se os dados são gerados para demonstração. · True where the data are generated for demonstration.';
COMMENT ON COLUMN out.store.recorded_at IS
    'Instante da primeira captura. · Instant of the first capture.';

COMMENT ON VIEW out.release IS
    'As publicações, numeradas e imutáveis. · The publications, numbered and never changed.';
COMMENT ON COLUMN out.release.release_id IS
    'Número da publicação. · Number of the release.';
COMMENT ON COLUMN out.release.dataset IS
    'Conjunto de dados. · The dataset.';
COMMENT ON COLUMN out.release.day IS
    'Dia publicado, em Brasília. · The published day, in Brasília.';
COMMENT ON COLUMN out.release.snapshot_id IS
    'Captura de que foi feita, em raw.snapshot. · The snapshot it was made of, in raw.snapshot.';
COMMENT ON COLUMN out.release.rules_version IS
    'Versão das regras com que foi feita. · Version of the rules it was made by.';
COMMENT ON COLUMN out.release.published_at IS
    'Instante da publicação. · Instant of the publication.';
COMMENT ON COLUMN out.release.row_count IS
    'Linhas publicadas. · Rows published. [1]';
COMMENT ON COLUMN out.release.counts IS
    'Contagens da publicação, por nome (JSON). · Counts of the publication, by name (JSON).';
COMMENT ON COLUMN out.release.override_reason IS
    'Por que foi publicada apesar da recusa; nulo se não houve recusa. · Why it was published in spite of a refusal; null where there was none.';

COMMENT ON VIEW out.completeness IS
    'Uma linha por dia esperado, os ausentes inclusive. · One row per expected day, missing ones included.';
COMMENT ON COLUMN out.completeness.dataset IS
    'Conjunto de dados. · The dataset.';
COMMENT ON COLUMN out.completeness.day IS
    'Dia esperado, em Brasília. · The expected day, in Brasília.';
COMMENT ON COLUMN out.completeness.state IS
    'captured, confirmed (igual a uma captura anterior), provisional, refused ou missing. · captured, confirmed (equal to an earlier capture), provisional, refused or missing.';
COMMENT ON COLUMN out.completeness.captured_at IS
    'Instante da captura mais nova desse dia. · Instant of the day''s newest capture.';
COMMENT ON COLUMN out.completeness.expected IS
    'Registros que a fonte listou. · Records that the source listed. [1]';
COMMENT ON COLUMN out.completeness.received IS
    'Registros recebidos; completo se igual ao esperado. · Records received; complete where equal to the expected. [1]';
COMMENT ON COLUMN out.completeness.published IS
    'Linhas publicadas desse dia; nulo se não foi publicado. · Rows published of the day; null where it was not published. [1]';
COMMENT ON COLUMN out.completeness.reason IS
    'Por que falta captura ou publicação; nulo se nada falta. · Why capture or publication is missing; null where nothing is.';

COMMENT ON VIEW out.task_run IS
    'As execuções das tarefas; as que nada fizeram saem depois de 90 dias. · The runs of tasks; those that did nothing go after 90 days.';
COMMENT ON COLUMN out.task_run.task_run_id IS
    'Número da execução. · Number of the run.';
COMMENT ON COLUMN out.task_run.task IS
    'Tarefa. · The task.';
COMMENT ON COLUMN out.task_run.dataset IS
    'Conjunto de dados; nulo se a tarefa não trata de um. · The dataset; null where the task is about none.';
COMMENT ON COLUMN out.task_run.day IS
    'Dia de que trata, em Brasília. · The day it is about, in Brasília.';
COMMENT ON COLUMN out.task_run.run_id IS
    'Identificador da execução no Airflow, ou o que foi dado à mão. · Id of Airflow''s run, or the one given by hand.';
COMMENT ON COLUMN out.task_run.forced IS
    'Verdadeiro se foi pedida de novo apesar de já feita (--force). · True where it was asked for again though done (--force).';
COMMENT ON COLUMN out.task_run.outcome IS
    'completed, nothing-new ou failed. · completed, nothing-new or failed.';
COMMENT ON COLUMN out.task_run.exit_code IS
    'Código de saída (docs/exit-codes.md). · Exit code (docs/exit-codes.md).';
COMMENT ON COLUMN out.task_run.started_at IS
    'Instante do início. · Instant of its start.';
COMMENT ON COLUMN out.task_run.duration_ms IS
    'Duração. · How long it took. [ms]';
COMMENT ON COLUMN out.task_run.rows_read IS
    'Linhas lidas. · Rows read. [1]';
COMMENT ON COLUMN out.task_run.rows_written IS
    'Linhas gravadas. · Rows written. [1]';
COMMENT ON COLUMN out.task_run.rows_unchanged IS
    'Linhas sem mudança. · Rows unchanged. [1]';
COMMENT ON COLUMN out.task_run.rows_quarantined IS
    'Linhas postas de lado. · Rows put aside. [1]';
COMMENT ON COLUMN out.task_run.issues IS
    'Ocorrências por regra (JSON). · Issues by rule (JSON).';
COMMENT ON COLUMN out.task_run.outputs IS
    'O que mais a tarefa relata, por nome (JSON). · What else the task reports, by name (JSON).';
COMMENT ON COLUMN out.task_run.error_kind IS
    'Tipo do erro; nulo se não houve. · Kind of the error; null where there was none.';
COMMENT ON COLUMN out.task_run.error_message IS
    'O que deu errado. · What went wrong.';
COMMENT ON COLUMN out.task_run.error_hint IS
    'O que fazer. · What to do.';
COMMENT ON COLUMN out.task_run.requested_by IS
    'Quem a pediu: uma pessoa, ou schedule. · Who asked for it: a person, or schedule.';
COMMENT ON COLUMN out.task_run.log_url IS
    'Onde está o registro no Airflow. · Where its log is in Airflow.';

COMMENT ON VIEW out.task_run_count IS
    'Quantas execuções houve, com as que saíram de out.task_run. · How many runs there were, with those that have gone from out.task_run.';
COMMENT ON COLUMN out.task_run_count.task IS
    'Tarefa. · The task.';
COMMENT ON COLUMN out.task_run_count.dataset IS
    'Conjunto de dados; nulo se a tarefa não trata de um. · The dataset; null where the task is about none.';
COMMENT ON COLUMN out.task_run_count.outcome IS
    'completed, nothing-new ou failed. · completed, nothing-new or failed.';
COMMENT ON COLUMN out.task_run_count.runs IS
    'Execuções. · Runs. [1]';

COMMENT ON VIEW out.audit IS
    'O que pessoas fizeram; só se acrescenta. · What people did; it is only added to.';
COMMENT ON COLUMN out.audit.audit_id IS
    'Número do registro. · Number of the entry.';
COMMENT ON COLUMN out.audit.at IS
    'Instante do ato. · Instant of the action.';
COMMENT ON COLUMN out.audit.actor IS
    'Quem o fez. · Who did it.';
COMMENT ON COLUMN out.audit.action IS
    'triggered, forced, override-gate, rolled-back, restored ou changed-correction. · triggered, forced, override-gate, rolled-back, restored or changed-correction.';
COMMENT ON COLUMN out.audit.task IS
    'Tarefa pedida. · The task asked for.';
COMMENT ON COLUMN out.audit.dataset IS
    'Conjunto de dados. · The dataset.';
COMMENT ON COLUMN out.audit.day IS
    'Dia de que trata. · The day it is about.';
COMMENT ON COLUMN out.audit.run_id IS
    'Execução de que trata. · The run it is about.';
COMMENT ON COLUMN out.audit.reason IS
    'Motivo dado. · The reason given.';
COMMENT ON COLUMN out.audit.db_login IS
    'Usuário do banco que o gravou. · Login of the database that wrote it.';

COMMENT ON VIEW out.incident IS
    'O que precisa de uma pessoa, aberto ou já resolvido. · What needs a person, open or well again.';
COMMENT ON COLUMN out.incident.incident_id IS
    'Número do incidente. · Number of the incident.';
COMMENT ON COLUMN out.incident.key IS
    'De que trata; só um está aberto por chave. · What it is about; one is open for each key.';
COMMENT ON COLUMN out.incident.kind IS
    'task-failed, publish-refused, day-late, no-run, task-slow ou count-unusual. · task-failed, publish-refused, day-late, no-run, task-slow or count-unusual.';
COMMENT ON COLUMN out.incident.task IS
    'Tarefa de que trata. · The task it is about.';
COMMENT ON COLUMN out.incident.dataset IS
    'Conjunto de dados de que trata. · The dataset it is about.';
COMMENT ON COLUMN out.incident.day IS
    'Dia de que trata. · The day it is about.';
COMMENT ON COLUMN out.incident.run_id IS
    'Execução que o mostra. · The run that shows it.';
COMMENT ON COLUMN out.incident.occurred_at IS
    'Início da execução mais nova que o mostra, ou o prazo que passou. · When the newest run that shows it began, or the deadline that passed.';
COMMENT ON COLUMN out.incident.opened_at IS
    'Instante em que foi aberto. · Instant it was opened.';
COMMENT ON COLUMN out.incident.reason_en IS
    'Motivo, em inglês. · Reason, in English.';
COMMENT ON COLUMN out.incident.reason_pt IS
    'Motivo, em português. · Reason, in Portuguese.';
COMMENT ON COLUMN out.incident.hint_en IS
    'O que fazer, em inglês. · What to do, in English.';
COMMENT ON COLUMN out.incident.hint_pt IS
    'O que fazer, em português. · What to do, in Portuguese.';
COMMENT ON COLUMN out.incident.log_url IS
    'Onde está o registro no Airflow. · Where the log is in Airflow.';
COMMENT ON COLUMN out.incident.closed_at IS
    'Instante em que foi fechado; nulo enquanto está aberto. · Instant it was closed; null while it is open.';
COMMENT ON COLUMN out.incident.closing IS
    'recovered (está bem de novo) ou expired (nada mais o mostra). · recovered (well again) or expired (nothing tells any more).';
COMMENT ON COLUMN out.incident.closing_en IS
    'Como terminou, em inglês. · How it ended, in English.';
COMMENT ON COLUMN out.incident.closing_pt IS
    'Como terminou, em português. · How it ended, in Portuguese.';
COMMENT ON COLUMN out.incident.notified_at IS
    'Primeiro aviso entregue. · First message delivered.';
COMMENT ON COLUMN out.incident.unsent_notices IS
    'Avisos ainda não entregues. · Messages not delivered yet. [1]';
COMMENT ON COLUMN out.incident.last_error IS
    'Por que o último aviso não foi entregue. · Why the last message was not delivered.';
