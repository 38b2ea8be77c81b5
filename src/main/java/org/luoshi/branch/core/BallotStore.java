package org.luoshi.branch.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Votes as rows: the frozen roll and the sums. */
@Component
class BallotStore {

    private static final String ROW = """
            select id, activity_id, number, kind, question, secret, entitled, present, seats, yes, no, abstain, taken_at from branch.ballot
            """;

    private final JdbcClient jdbc;

    BallotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Ballot.Whole> of(UUID activityId) {
        return jdbc
                .sql(ROW + " where activity_id = :id order by number")
                .param("id", activityId)
                .query(Ballot.class)
                .list()
                .stream()
                .map(ballot -> new Ballot.Whole(ballot, roll(ballot.id()), candidates(ballot.id())))
                .toList();
    }

    Optional<Ballot.Whole> find(UUID id) {
        return jdbc.sql(ROW + " where id = :id")
                .param("id", id)
                .query(Ballot.class)
                .optional()
                .map(ballot -> new Ballot.Whole(ballot, roll(id), candidates(id)));
    }

    private List<Ballot.Voter> roll(UUID ballotId) {
        return jdbc.sql("""
                        select person_id, present, not_counted from branch.ballot_roll where ballot_id = :id order by person_id
                        """).param("id", ballotId).query(Ballot.Voter.class).list();
    }

    private List<Ballot.Candidate> candidates(UUID ballotId) {
        return jdbc.sql(
                        "select number, person_id, yes, elected from branch.candidate where ballot_id = :id order by number")
                .param("id", ballotId)
                .query(Ballot.Candidate.class)
                .list();
    }

    void insert(Ballot.Whole whole) {
        Ballot ballot = whole.ballot();
        jdbc.sql("""
                insert into branch.ballot (id, activity_id, number, kind, question, secret, entitled, present, seats)
                values (:id, :activity, :number, :kind, :question, :secret, :entitled, :present, :seats)
                """)
                .param("id", ballot.id())
                .param("activity", ballot.activityId())
                .param("number", ballot.number())
                .param("kind", ballot.kind().name())
                .param("question", ballot.question())
                .param("secret", ballot.secret())
                .param("entitled", ballot.entitled())
                .param("present", ballot.present())
                .param("seats", ballot.seats())
                .update();
        jdbc.sql("""
                insert into branch.ballot_roll (ballot_id, person_id, present, not_counted)
                select :id, unnest(:people), unnest(cast(:present as boolean[])), unnest(:reasons)
                """)
                .param("id", ballot.id())
                .param(
                        "people",
                        Sql.ids(whole.roll().stream()
                                .map(Ballot.Voter::personId)
                                .toList()))
                .param(
                        "present",
                        whole.roll().stream()
                                .map(voter -> String.valueOf(voter.present()))
                                .toArray(String[]::new))
                .param(
                        "reasons",
                        whole.roll().stream().map(Ballot.Voter::notCounted).toArray(String[]::new))
                .update();
        for (Ballot.Candidate candidate : whole.candidates()) {
            jdbc.sql("insert into branch.candidate (ballot_id, number, person_id) values (:id, :number, :person)")
                    .param("id", ballot.id())
                    .param("number", candidate.number())
                    .param("person", candidate.personId())
                    .update();
        }
    }

    /** False where it was taken already. */
    boolean taken(UUID ballotId, @Nullable Integer yes, @Nullable Integer no, @Nullable Integer abstain, Instant at) {
        return jdbc.sql("""
                        update branch.ballot set yes = :yes, no = :no, abstain = :abstain, taken_at = :at
                        where id = :id and taken_at is null
                        """)
                        .param("id", ballotId)
                        .param("yes", yes)
                        .param("no", no)
                        .param("abstain", abstain)
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }

    void elected(UUID ballotId, Ballot.Candidate candidate) {
        jdbc.sql(
                        "update branch.candidate set yes = :yes, elected = :elected where ballot_id = :id and number = :number")
                .param("id", ballotId)
                .param("number", candidate.number())
                .param("yes", candidate.yes())
                .param("elected", candidate.elected())
                .update();
    }
}
