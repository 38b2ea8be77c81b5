package org.luoshi.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Units, posts and people, always in the official order. */
@Component
public class OrganizationApi {

    /** Our own office, the root of its divisions; empty before the set-up. */
    public Optional<Unit> office() {
        throw new UnsupportedOperationException();
    }

    public Optional<Unit> unit(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** Those of the ids that exist, whatever their validity. */
    public Map<UUID, Unit> units(Collection<UUID> ids) {
        throw new UnsupportedOperationException();
    }

    /** Units valid on that day, depth first, siblings in the official order. */
    public List<Unit> unitsOn(LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** These units and everything below them, whatever its validity. */
    public Set<UUID> subtree(Collection<UUID> unitIds) {
        throw new UnsupportedOperationException();
    }

    /** Valid units by part of a name, short name, alias or pinyin initials, simplified and traditional alike; best first. */
    public List<Unit> searchUnits(String query, int limit) {
        throw new UnsupportedOperationException();
    }

    /** What a name written by somebody else may mean, best first; exact matches have confidence 1. Nothing below 0.4 is offered. */
    public List<UnitMatch> matchUnits(String writtenName, int limit) {
        throw new UnsupportedOperationException();
    }

    public Unit addUnit(NewUnit unit, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Ends {@code unitId} on that day; its work goes to {@code intoId}. Publishes {@link UnitMerged}. */
    public void mergeUnit(UUID unitId, UUID intoId, LocalDate on, Actor actor) {
        throw new UnsupportedOperationException();
    }

    public Optional<Post> post(UUID id) {
        throw new UnsupportedOperationException();
    }

    public Map<UUID, Post> posts(Collection<UUID> ids) {
        throw new UnsupportedOperationException();
    }

    public List<Post> postsOf(UUID unitId) {
        throw new UnsupportedOperationException();
    }

    public Post addPost(UUID unitId, String title, @Nullable UUID servesPostId, Actor actor) {
        throw new UnsupportedOperationException();
    }

    public Optional<Person> person(UUID id) {
        throw new UnsupportedOperationException();
    }

    public Map<UUID, Person> people(Collection<UUID> ids) {
        throw new UnsupportedOperationException();
    }

    /** People by part of the name or pinyin initials. */
    public List<Person> searchPeople(String query, int limit) {
        throw new UnsupportedOperationException();
    }

    public Person addPerson(String name, @Nullable String telephone, @Nullable String email, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Puts a person on a post from that day on; who held it before leaves it the day before. Publishes {@link PostHandedOver}. */
    public void seat(UUID personId, UUID postId, LocalDate from, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** The posts that the person holds on that day. */
    public List<Post> postsHeldBy(UUID personId, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** Who holds these posts on that day. */
    public List<Holding> holdersOf(Collection<UUID> postIds, LocalDate day) {
        throw new UnsupportedOperationException();
    }
}
