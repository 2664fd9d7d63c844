package dev.catavento.simulator.generated;

import java.util.ArrayList;
import java.util.List;

/** The machines made-up plants choose from, by how common they are. */
final class MachinePark {

    private record Choice(String rotorAndPower, String[] towers) {
        Machine pick(Dice dice) {
            return Machine.parse(rotorAndPower + "/" + towers[dice.below(towers.length)]);
        }
    }

    private final List<Choice> choices = new ArrayList<>();
    private final int[] operating;
    private final int[] planned;

    MachinePark() {
        List<String> lines = Resource.lines("machines.txt");
        operating = new int[lines.size()];
        planned = new int[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).strip().split(" +");
            int slash = cells[0].lastIndexOf('/');
            choices.add(new Choice(
                    cells[0].substring(0, slash), cells[0].substring(slash + 1).split(",")));
            operating[i] = Integer.parseInt(cells[1]);
            planned[i] = Integer.parseInt(cells[2]);
        }
    }

    Machine pick(Dice dice, boolean operates) {
        return choices.get(dice.weighted(operates ? operating : planned)).pick(dice);
    }
}
