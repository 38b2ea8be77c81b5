package org.luoshi.branch.core;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.springframework.stereotype.Component;

/** The names of people, asked for once per page. */
@Component
public class Names {

    private final OrganizationApi organization;

    Names(OrganizationApi organization) {
        this.organization = organization;
    }

    /** Names by id. */
    public record Known(Map<UUID, String> byId) {

        /** Empty for nobody. */
        public String of(@Nullable UUID id) {
            return id == null ? "" : byId.getOrDefault(id, "");
        }

        public String of(Collection<UUID> ids) {
            return ids.stream().map(this::of).collect(Collectors.joining("、"));
        }
    }

    public Known of(Collection<UUID> people) {
        return new Known(organization.people(people).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> named(entry.getValue()))));
    }

    private static String named(Person person) {
        return person.name();
    }
}
