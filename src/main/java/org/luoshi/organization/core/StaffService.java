package org.luoshi.organization.core;

import static org.luoshi.organization.core.OrganizationError.ENDED;
import static org.luoshi.organization.core.OrganizationError.END_BEFORE_START;
import static org.luoshi.organization.core.OrganizationError.POST_ENDED;
import static org.luoshi.organization.core.OrganizationError.UNKNOWN_POST;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.organization.Person;
import org.luoshi.organization.Post;
import org.luoshi.organization.Unit;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds and edits posts and people. */
@Service
@Transactional
public class StaffService {

    private final PostStore posts;
    private final PersonStore people;
    private final UnitStore units;
    private final SeatService seats;
    private final HistoryApi history;
    private final Clock clock;

    StaffService(
            PostStore posts, PersonStore people, UnitStore units, SeatService seats, HistoryApi history, Clock clock) {
        this.posts = posts;
        this.people = people;
        this.units = units;
        this.seats = seats;
        this.history = history;
        this.clock = clock;
    }

    /** A post is as old as its unit, so that holders of earlier days can be entered. */
    public Post addPost(UUID unitId, String title, @Nullable UUID servesPostId, Actor actor) {
        Unit unit = units.require(unitId);
        if (unit.validTo() != null) {
            throw ENDED.with(Map.of("name", unit.name()));
        }
        if (servesPostId != null) {
            requirePost(servesPostId);
        }
        Post post = new Post(
                TimeOrderedIds.next(clock),
                unitId,
                title,
                posts.lastPlace(unitId) + 1,
                servesPostId,
                unit.validFrom(),
                null);
        posts.insert(post);
        record(post, "added", Map.of("title", title, "unit", unit.name()), actor);
        return post;
    }

    public void changePost(
            UUID id, int seenVersion, String title, int place, @Nullable UUID servesPostId, Actor actor) {
        Post before = requirePost(id);
        if (servesPostId != null) {
            requirePost(servesPostId);
        }
        posts.update(id, seenVersion, title, place, servesPostId);
        record(before, "changed", Map.of("title", title, "formerTitle", before.title()), actor);
    }

    public void endPost(UUID id, LocalDate lastDay, Actor actor) {
        Post post = posts.lock(id);
        if (post.validTo() != null) {
            throw POST_ENDED.with(Map.of("title", post.title()));
        }
        if (lastDay.isBefore(post.validFrom().minusDays(1))) {
            throw END_BEFORE_START.with(Map.of("name", post.title(), "from", post.validFrom()));
        }
        seats.vacate(id, lastDay.plusDays(1), null, actor);
        posts.end(id, lastDay);
        record(post, "ended", Map.of("title", post.title(), "lastDay", lastDay.toString()), actor);
    }

    public Person addPerson(String name, @Nullable String telephone, @Nullable String email, Actor actor) {
        Person person = new Person(TimeOrderedIds.next(clock), name, telephone, email);
        people.insert(person);
        record(person, "added", actor);
        return person;
    }

    public void changePerson(Person person, int seenVersion, Actor actor) {
        people.require(person.id());
        people.update(person, seenVersion);
        record(person, "changed", actor);
    }

    /** Somebody who left is here again; posts must be given anew. */
    public void comeBack(UUID id, Actor actor) {
        Person person = people.require(id);
        people.leave(id, null);
        record(person, "came-back", actor);
    }

    private Post requirePost(UUID id) {
        return posts.find(id).orElseThrow(() -> UNKNOWN_POST.with(Map.of("id", id)));
    }

    private void record(Post post, String action, Map<String, Object> details, Actor actor) {
        history.record(new HistoryFact(post.unitId(), "organization.post", post.id(), action, details, null), actor);
    }

    private void record(Person person, String action, Actor actor) {
        Map<String, Object> details = Map.of("name", person.name());
        history.record(new HistoryFact(person.id(), "organization.person", person.id(), action, details, null), actor);
    }
}
