package org.luoshi.access.core;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.luoshi.access.core.TokenService.Holder;
import org.luoshi.shared.SecretWord;
import org.springframework.stereotype.Component;

/**
 * Whose a token is. Asked at each request of a program, so a good answer is kept for a few seconds: a token revoked on another node still
 * works for {@link KeptTokens#KEPT} at the most, one revoked on this node or whose owner was disabled on it stops at once.
 */
@Component
public class TokenUses {

    private final TokenService tokens;
    private final KeptTokens kept;
    private final Standings standings;
    private final Clock clock;

    TokenUses(TokenService tokens, KeptTokens kept, Standings standings, Clock clock) {
        this.tokens = tokens;
        this.kept = kept;
        this.standings = standings;
        this.clock = clock;
    }

    /** Empty when it is unknown, revoked or at its end, or when its owner's account is disabled or waits for a new password. */
    public Optional<Holder> of(String word) {
        String hash = HexFormat.of().formatHex(SecretWord.hash(word));
        Instant now = clock.instant();
        Optional<Holder> known = kept.find(hash, now).filter(this::isOpen);
        if (known.isPresent()) {
            return known;
        }
        Optional<Holder> holder = tokens.use(word);
        holder.ifPresent(found -> kept.keep(hash, found, now));
        return holder;
    }

    private boolean isOpen(Holder holder) {
        Standing standing = standings.of(holder.personId());
        return standing.open() && !standing.mustChange();
    }
}
