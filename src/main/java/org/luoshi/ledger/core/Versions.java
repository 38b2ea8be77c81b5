package org.luoshi.ledger.core;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.relational.core.mapping.event.BeforeConvertCallback;

/** Each version of an item and of an assignment bears the office's instant, whoever saves it. */
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
}
