package org.luoshi.ledger.core;

import java.time.Clock;
import org.luoshi.platform.Fold;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.relational.core.mapping.event.BeforeConvertCallback;

/** What follows from a row itself, whoever saves it: the office's instant of each version, and a report's text as it is searched. */
@Configuration(proxyBeanMethods = false)
class Versions {

    @Bean
    BeforeConvertCallback<Item> itemVersion(Clock clock) {
        return item -> {
            item.changedAt = clock.instant();
            return item;
        };
    }

    @Bean
    BeforeConvertCallback<Assignment> assignmentVersion(Clock clock) {
        return assignment -> {
            assignment.changedAt = clock.instant();
            return assignment;
        };
    }

    @Bean
    BeforeConvertCallback<Feedback> feedbackWords() {
        return feedback -> {
            feedback.folded = Fold.text(feedback.body);
            return feedback;
        };
    }
}
