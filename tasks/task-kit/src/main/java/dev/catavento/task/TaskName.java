package dev.catavento.task;

/** The task's name: module, image, task_id and command are the same word. */
public record TaskName(String value) {
    static Class<?> classOf(TaskCommand command) {
        Class<?> type = command.getClass();
        while (!type.isAnnotationPresent(picocli.CommandLine.Command.class)) {
            type = type.getSuperclass();
        }
        return type;
    }
}
