using MathNet.Numerics.Distributions;

namespace GatewayBench;

/// <summary>
/// Finds the knee as the join of two lines, the first of them through the origin: rate = b u up to the
/// knee, and b k + c (u - k) beyond it, by least squares with the join among all likely places
/// (Hudson, Fitting segmented curves whose join points have to be estimated, JASA 1966). Its interval
/// is of all places that F does not tell from the best one (Seber and Wild, Nonlinear Regression, 1989,
/// 5.2), both with as many slices as there would be if each said something new.
/// </summary>
internal static class KneeFit
{
    /// <summary>Likely places are so many at most.</summary>
    private const int Places = 60;

    /// <summary>Beyond a knee, a user adds at most this share of what one added before.</summary>
    private const double MostOfSlope = 0.5;

    /// <summary>Points on either side of a knee.</summary>
    private const int LeastBeside = 3;

    /// <summary>How seldom one line may look like two by chance: far less than 5 %, as the place is chosen to be the best.</summary>
    private const double Alpha = 0.001;

    private const double Confidence = 0.95;

    /// <param name="points">In the order of time, their users never fewer.</param>
    /// <returns>Null where one line through the origin tells as much.</returns>
    public static Knee? Of(IReadOnlyList<CapacityPoint> points)
    {
        double[] users = [.. points.Select(point => (double)point.Users)];
        double[] rates = [.. points.Select(point => point.Rate)];
        var places = PlacesOf(users);
        if (places.Length == 0 || Best(users, rates, places) is not { } best)
        {
            return null;
        }
        var line = users.Zip(rates, (u, r) => u * r).Sum() / users.Sum(u => u * u);
        var single = users.Zip(rates, (u, r) => Square(r - line * u)).Sum();
        double[] strays = [.. users.Zip(rates, (u, r) => r - best.At(u))];
        var alike = Alike(strays);
        // What is like its neighbour tells less: by so much of a slice.
        var freedom = Math.Max(1, users.Length * (1 - alike) / (1 + alike) - 3);
        // By how much worse another fit is, in so many parameters.
        double F(double squares, int parameters) =>
            // Of points on a line only what is rounded is left, to either side of nothing.
            Math.Max(0, squares - best.Squares)
            / parameters
            / Math.Max(best.Squares / freedom, double.Epsilon);
        if (
            FisherSnedecor.CDF(2, freedom, F(single, 2)) < 1 - Alpha
            || best.Beyond > MostOfSlope * best.Below
        )
        {
            return null;
        }
        double[] likely =
        [
            .. places.Where(place =>
                FitAt(users, rates, place) is { } fit
                && FisherSnedecor.CDF(1, freedom, F(fit.Squares, 1)) <= Confidence
            ),
        ];
        var (least, most) = ToTried(users, places, likely[0], likely[^1]);
        return new Knee(best.Knee, least, most, best.Below * best.Knee, best.Below, best.Beyond);
    }

    /// <summary>
    /// How much a stray is like the one before it, 0 to 0.95: their autocorrelation, without the bias of
    /// -(2 + 4 rho) / n that it has beside a fitted trend (Kendall, Note on bias in the estimation of
    /// autocorrelation, Biometrika 1954).
    /// </summary>
    private static double Alike(double[] strays)
    {
        var squares = strays.Sum(Square);
        var found = strays.Zip(strays.Skip(1), (a, b) => a * b).Sum();
        return squares == 0 || strays.Length <= 4
            ? 0
            : Math.Clamp((found / squares * strays.Length + 2) / (strays.Length - 4), 0, 0.95);
    }

    private static double[] PlacesOf(double[] users)
    {
        double[] inner =
        [
            .. users
                .Distinct()
                .Where(place =>
                    users.Count(u => u <= place) >= LeastBeside
                    && users.Count(u => u > place) >= LeastBeside
                ),
        ];
        if (inner.Length < 2)
        {
            return inner;
        }
        var (least, most) = (inner[0], inner[^1]);
        return
        [
            .. Enumerable.Range(0, Places).Select(i => least + i * (most - least) / (Places - 1)),
        ];
    }

    /// <summary>
    /// Widens an interval to numbers of users that were there: between two of them nobody looked. At the
    /// first place the knee may lie before all that were there, at the last one anywhere up to the next.
    /// </summary>
    private static (double Least, double Most) ToTried(
        double[] users,
        double[] places,
        double least,
        double most
    ) =>
        (
            least <= places[0] ? 0 : users.Last(u => u <= least),
            most >= places[^1] ? users.First(u => u > most) : users.First(u => u >= most)
        );

    private static Fit? Best(double[] users, double[] rates, double[] places)
    {
        Fit? best = null;
        foreach (var place in places)
        {
            if (FitAt(users, rates, place) is { } fit && !(best?.Squares <= fit.Squares))
            {
                best = fit;
            }
        }
        return best;
    }

    /// <summary>Least squares over min(u, k) and max(u - k, 0).</summary>
    private static Fit? FitAt(double[] users, double[] rates, double knee)
    {
        var (xx, xz, zz, xy, zy) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < users.Length; i++)
        {
            var (x, z, y) = (Math.Min(users[i], knee), Math.Max(users[i] - knee, 0), rates[i]);
            (xx, xz, zz) = (xx + x * x, xz + x * z, zz + z * z);
            (xy, zy) = (xy + x * y, zy + z * y);
        }
        var determinant = xx * zz - xz * xz;
        if (determinant <= 0)
        {
            return null;
        }
        var fit = new Fit(
            knee,
            (zz * xy - xz * zy) / determinant,
            (xx * zy - xz * xy) / determinant,
            0
        );
        return fit with { Squares = users.Zip(rates, (u, r) => Square(r - fit.At(u))).Sum() };
    }

    private static double Square(double value) => value * value;

    private readonly record struct Fit(double Knee, double Below, double Beyond, double Squares)
    {
        public double At(double users) =>
            Below * Math.Min(users, Knee) + Beyond * Math.Max(users - Knee, 0);
    }
}
