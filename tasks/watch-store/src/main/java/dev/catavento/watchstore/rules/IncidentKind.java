package dev.catavento.watchstore.rules;

import dev.catavento.store.watch.Said;

/** The closed list of what people are told of. */
public enum IncidentKind {
    TASK_FAILED("task failed", "tarefa falhou"),
    PUBLISH_REFUSED("publication refused", "publicação recusada"),
    DAY_LATE("day not complete by its deadline", "dia incompleto no prazo"),
    NO_RUN("no run at all", "nenhuma execução"),
    TASK_SLOW("task slower than usual", "tarefa mais lenta que o habitual"),
    COUNT_UNUSUAL("count far from its usual", "contagem fora do habitual");

    private final Said title;

    IncidentKind(String en, String pt) {
        this.title = new Said(en, pt);
    }

    /** The word in the store, in the JSON and in the docs: {@code task-failed}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** For a headline. */
    public Said title() {
        return title;
    }

    public static IncidentKind of(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
