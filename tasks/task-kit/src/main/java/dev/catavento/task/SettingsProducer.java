package dev.catavento.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives a task's classes the environment as that task sees it. */
@ApplicationScoped
class SettingsProducer {
    @Produces
    @Singleton
    Settings settings(TaskName task) {
        return new Settings(System.getenv(), task.value());
    }

    /** Module, image, task_id and command are the same word, so the application's name is the task's. */
    @Produces
    @Singleton
    TaskName taskName(@ConfigProperty(name = "quarkus.application.name") String application) {
        return new TaskName(application);
    }
}
