using MathNet.Numerics.Distributions;

namespace GatewayBench;

/// <summary>
/// Finds the knee as the join of two lines, the first of them through the origin: rate = b u up to the
/// knee, and b k + c (u - k) beyond it, by least squares with the join among all likely places
/// (Hudson, Fitting segmented curves whose join points have to be estimated, JASA 1966). Its interval
/// is of resampled residuals, in blocks, as slices in a row are alike (Kuensch, The jackknife and the
/// bootstrap for general stationary observations, Annals of Statistics 1989).
/// </summary>
internal static class KneeFit
{
    private const int Resamples = 400;

    private const int LeastBlock = 3;

    /// <summary>Likely places are so many at most.</summary>
    private const int Places = 60;

    /// <summary>Beyond a knee, a user adds at most this share of what one added before.</summary>
    private const double MostOfSlope = 0.5;

    /// <summary>Points on either side of a knee.</summary>
    private const int LeastBeside = 3;

    /// <summary>How seldom one line may look like two by chance: far less than 5 %, as the place is chosen to be the best.</summary>
    private const double Alpha = 0.001;

    /// <param name="points">In the order of time, their users never fewer.</param>
    /// <param name="seed">Of the resamples.</param>
    /// <returns>Null where one line through the origin tells as much.</returns>
    public static Knee? Of(IReadOnlyList<CapacityPoint> points, ulong seed)
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
        var f = (single - best.Squares) / 2 / Math.Max(best.Squares / freedom, double.Epsilon);
        if (
            f < FisherSnedecor.InvCDF(2, freedom, 1 - Alpha)
            || best.Beyond > MostOfSlope * best.Below
        )
        {
            return null;
        }
        var block = BlockOf(users.Length, alike);
        double[] likely = [.. Resampled(users, strays, block, best, places, seed).Order()];
        var (least, most) = ToTried(users, places, At(likely, 0.025), At(likely, 0.975));
        return new Knee(best.Knee, least, most, best.Below * best.Knee, best.Below, best.Beyond);
    }

    /// <summary>How much a stray is like the one before it, 0 to 0.95: their autocorrelation.</summary>
    private static double Alike(double[] strays)
    {
        var squares = strays.Sum(Square);
        return squares == 0
            ? 0
            : Math.Clamp(strays.Zip(strays.Skip(1), (a, b) => a * b).Sum() / squares, 0, 0.95);
    }

    /// <summary>
    /// Slices of a block, as many as suit a first-order autocorrelation (Politis and White, Automatic
    /// block-length selection for the dependent bootstrap, Econometric Reviews 2004); a third of all at most.
    /// </summary>
    private static int BlockOf(int count, double alike) =>
        Math.Clamp(
            (int)Math.Round(Math.Cbrt(Square(2 * alike / (1 - alike * alike)) * 1.5 * count)),
            LeastBlock,
            Math.Max(LeastBlock, count / 3)
        );

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

    private static IEnumerable<double> Resampled(
        double[] users,
        double[] strays,
        int block,
        Fit best,
        double[] places,
        ulong seed
    )
    {
        var draws = KeyedRandom.For(seed);
        for (var i = 0; i < Resamples; i++)
        {
            var drawn = new double[users.Length];
            for (var at = 0; at < drawn.Length; at += block)
            {
                var from = draws.Next(strays.Length - block + 1);
                for (var j = 0; j < block && at + j < drawn.Length; j++)
                {
                    drawn[at + j] = best.At(users[at + j]) + strays[from + j];
                }
            }
            if (Best(users, drawn, places) is { } fit)
            {
                yield return fit.Knee;
            }
        }
    }

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

    private static double At(double[] sorted, double share) =>
        sorted[(int)Math.Round(share * (sorted.Length - 1))];

    private static double Square(double value) => value * value;

    private readonly record struct Fit(double Knee, double Below, double Beyond, double Squares)
    {
        public double At(double users) =>
            Below * Math.Min(users, Knee) + Beyond * Math.Max(users - Knee, 0);
    }
}
