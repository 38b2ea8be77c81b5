package org.luoshi.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The light at a moment follows from its turning instants alone. */
class LightTests {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    @Test
    void itTurnsAtTheVeryInstant() {
        assertThat(at(NOON.minusNanos(1), NOON, NOON.plusSeconds(9)).colour()).isEqualTo(LightColour.GREEN);
        assertThat(at(NOON, NOON, NOON.plusSeconds(9)).colour()).isEqualTo(LightColour.YELLOW);
        assertThat(at(NOON.plusSeconds(9), NOON, NOON.plusSeconds(9)).colour()).isEqualTo(LightColour.RED);
    }

    @Test
    void redIsRedWhateverYellowSays() {
        assertThat(at(NOON, null, NOON).colour()).isEqualTo(LightColour.RED);
        assertThat(at(NOON, NOON.plusSeconds(1), NOON).colour()).isEqualTo(LightColour.RED);
        assertThat(at(NOON, null, null).colour()).isEqualTo(LightColour.GREEN);
    }

    @Test
    void whatEndedOrStandsStillIsGreyButWhatIsLateWhileStoppedIsLate() {
        assertThat(Light.at(NOON, false, false, NOON, "x", NOON, "late").colour())
                .isEqualTo(LightColour.GREY);
        assertThat(Light.at(NOON, true, true, null, null, null, null).why()).isEqualTo("stopped");
        assertThat(Light.at(NOON, true, true, null, null, NOON, "late").colour())
                .isEqualTo(LightColour.RED);
    }

    @Test
    void theReasonNamesTheUnitThatMadeItTurn() {
        UUID unit = UUID.fromString("00000000-0000-0000-0000-00000000000a");
        Light light = Light.at(NOON, true, false, null, null, NOON, "sign-late|" + unit);
        assertThat(light).isEqualTo(new Light(LightColour.RED, "sign-late", NOON, unit));
        assertThat(Light.at(NOON, true, false, NOON, "silent", null, null).unitId())
                .isNull();
    }

    private static Light at(Instant now, @Nullable Instant yellow, @Nullable Instant red) {
        return Light.at(now, true, false, yellow, "due-soon", red, "late");
    }
}
