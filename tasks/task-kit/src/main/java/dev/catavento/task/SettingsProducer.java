package dev.catavento.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import picocli.CommandLine.Command;

/** Gives a task's classes the environment as that task sees it. */
@ApplicationScoped
class SettingsProducer {
    @Produces
    @Singleton
    Settings settings(TaskName task) {
        return new Settings(System.getenv(), task.value());
    }

    @Produces
    @Singleton
    TaskName taskName(TaskCommand command) {
        return new TaskName(
                TaskName.classOf(command).getAnnotation(Command.class).name());
    }
}
