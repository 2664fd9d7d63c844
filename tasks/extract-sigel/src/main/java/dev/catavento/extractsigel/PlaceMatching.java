package dev.catavento.extractsigel;

import java.util.Arrays;
import java.util.List;

/**
 * Whether rows that are alike but for their place can be paired so that each pair stands on one spot. Nearest first may
 * strand a row that another order would have paired, so pairs are re-made along augmenting paths (Kuhn).
 */
final class PlaceMatching {
    private final List<RowPrint> left;
    private final List<RowPrint> right;
    private final int[] partnerOfRight;

    private PlaceMatching(List<RowPrint> left, List<RowPrint> right) {
        this.left = left;
        this.right = right;
        this.partnerOfRight = new int[right.size()];
        Arrays.fill(partnerOfRight, -1);
    }

    /** Both lists are of one length and in the same order. */
    static boolean matches(List<RowPrint> left, List<RowPrint> right) {
        return inOrder(left, right) || left.size() > 1 && new PlaceMatching(left, right).complete();
    }

    private static boolean inOrder(List<RowPrint> left, List<RowPrint> right) {
        for (int i = 0; i < left.size(); i++) {
            if (!left.get(i).samePlace(right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean complete() {
        for (int i = 0; i < left.size(); i++) {
            if (!pair(i, new boolean[right.size()])) {
                return false;
            }
        }
        return true;
    }

    private boolean pair(int i, boolean[] tried) {
        for (int j = 0; j < right.size(); j++) {
            if (!tried[j] && left.get(i).samePlace(right.get(j))) {
                tried[j] = true;
                if (partnerOfRight[j] < 0 || pair(partnerOfRight[j], tried)) {
                    partnerOfRight[j] = i;
                    return true;
                }
            }
        }
        return false;
    }
}
