package org.luoshi;

import java.util.List;
import java.util.Locale;
import org.luoshi.history.OfflineVerifier;
import org.luoshi.intake.IntakeCommand;
import org.luoshi.organization.DivisionsCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/**
 * Starts the house: one process, one PostgreSQL. With {@code verify FILE} it only checks an exported history, with
 * {@code intake FILE} it only proposes items for a paper, with {@code divisions} it only loads the areas of the country.
 */
@Modulithic(
        systemName = "Luoshi",
        sharedModules = {"shared", "platform"})
@SpringBootApplication
public class LuoshiApplication {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("verify")) {
            List<String> rest = List.of(args).subList(1, args.length);
            System.exit(OfflineVerifier.run(rest, Locale.getDefault(), System.out));
        }
        if (args.length > 0 && args[0].equals("intake")) {
            List<String> rest = List.of(args).subList(1, args.length);
            System.exit(IntakeCommand.run(rest, Locale.getDefault(), System.out, System.err));
        }
        if (args.length > 0 && args[0].equals("divisions")) {
            List<String> rest = List.of(args).subList(1, args.length);
            System.exit(DivisionsCommand.run(rest, Locale.getDefault(), System.out, System.err));
        }
        SpringApplication.run(LuoshiApplication.class, args);
    }
}
