package dev.catavento.watchstore.rules;

import dev.catavento.task.ErrorKind;
import java.util.Arrays;

/** What a failed run's kind means, and what to do about it, in Portuguese; its own message and hint are English. */
enum FailureWords {
    BUG("erro de programa", "é um defeito do Catavento: relate-o com o registro da execução"),
    CONFIGURATION("configuração errada", "corrija a configuração que a mensagem nomeia e repita a tarefa"),
    STORE_MISCONFIGURED(
            "banco mal configurado",
            "confira CATAVENTO_DB_URL, o usuário e a senha; rode migrate-store se faltar esquema"),
    OTHER_SOURCE("outra fonte que não a do banco", "um banco guarda uma só fonte: escolha outro com --store"),
    USAGE("uso errado", "repita com um dia e opções válidos"),
    SOURCE_CONTRACT("a fonte rompeu seu contrato", "nada foi publicado; veja a mensagem e compare com a fonte"),
    SOURCE_INCOMPLETE("a fonte não entregou tudo", "nada foi publicado; repita a tarefa mais tarde"),
    INPUT_MISSING(
            "o acervo não guarda mais o que a fonte disse desse dia",
            "nada foi alterado; execute sem replay, para que a fonte seja consultada de novo"),
    PUBLISH_REFUSED(
            "publicação recusada",
            "confira as contagens e as linhas da fonte; se estiverem certas, repita com --override-gate \"MOTIVO\";"
                    + " a última versão publicada continua valendo"),
    STORE_DAMAGED(
            "dados guardados danificados", "nada foi removido; restaure de um backup a parte que a mensagem nomeia"),
    SOURCE_UNAVAILABLE("fonte indisponível", "veja se a fonte responde e repita a tarefa"),
    SOURCE_CHANGING("a fonte mudou durante a leitura", "repita a tarefa mais tarde"),
    DESTINATION_UNAVAILABLE("destino de avisos indisponível", "veja se o servidor de e-mail ou o webhook responde"),
    STORE_UNAVAILABLE("banco indisponível", "veja se o PostgreSQL está no ar e aceita escrita"),
    DISK_FULL("disco cheio", "libere espaço e repita a tarefa"),
    LOCKED("outra execução em andamento", "espere a outra execução terminar e repita a tarefa"),
    STOPPED("interrompida por um sinal", "nada ficou pela metade; repita a tarefa"),
    UNKNOWN("falha", "veja o registro da execução");

    private final String what;
    private final String remedy;

    FailureWords(String what, String remedy) {
        this.what = what;
        this.remedy = remedy;
    }

    /** A program's own words, which are English, as they stand in a Portuguese sentence. */
    static String quoted(String message) {
        return "mensagem do programa: " + message;
    }

    /** @param kind an {@link ErrorKind}'s word, also of a later version */
    static FailureWords of(String kind) {
        return Arrays.stream(ErrorKind.values())
                .filter(known -> known.word().equals(kind))
                .findFirst()
                .map(known -> valueOf(known.name()))
                .orElse(UNKNOWN);
    }

    String what() {
        return what;
    }

    String remedy() {
        return remedy;
    }
}
