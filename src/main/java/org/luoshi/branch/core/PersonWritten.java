package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.UNKNOWN_PERSON;
import static org.luoshi.branch.core.PeopleError.PERSON_UNCLEAR;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Post;
import org.springframework.stereotype.Component;

/** Understands what was typed into a field for a person: a name, or a name with the unit in brackets as the picker writes it. */
@Component
public class PersonWritten {

    private static final int LIMIT = 50;

    private final OrganizationApi organization;
    private final BranchRights rights;

    PersonWritten(OrganizationApi organization, BranchRights rights) {
        this.organization = organization;
        this.rights = rights;
    }

    /** @throws org.luoshi.shared.BusinessException where nobody or more than one is called so */
    public UUID find(String written) {
        String label = written.strip();
        String name = label.replaceFirst("[（(].*$", "").strip();
        List<Person> named = name.isEmpty()
                ? List.of()
                : organization.searchPeople(name, LIMIT).stream()
                        .filter(person -> person.name().equals(name))
                        .toList();
        if (named.size() > 1 && !label.equals(name)) {
            named = named.stream().filter(person -> sitsIn(person.id(), label)).toList();
        }
        if (named.size() != 1) {
            throw (named.isEmpty() ? UNKNOWN_PERSON : PERSON_UNCLEAR).with(Map.of("name", label));
        }
        return named.get(0).id();
    }

    private boolean sitsIn(UUID personId, String label) {
        List<UUID> units = organization.postsHeldBy(personId, rights.today()).stream()
                .map(Post::unitId)
                .toList();
        return organization.units(units).values().stream()
                .anyMatch(unit -> label.contains(unit.name()) || label.contains(unit.shortName()));
    }
}
