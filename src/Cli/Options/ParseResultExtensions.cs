using System.CommandLine;

namespace GatewayBench.Cli;

internal static class ParseResultExtensions
{
    extension(ParseResult parsed)
    {
        /// <summary>Whether the user wrote it.</summary>
        public bool IsGiven(Option option) => parsed.GetResult(option) is { Implicit: false };

        /// <summary>The option's value, or null when it was left out.</summary>
        public T? ValueIfGiven<T>(Option<T> option)
            where T : struct => parsed.IsGiven(option) ? parsed.GetValue(option) : null;

        /// <exception cref="UsageException">None of them was given, or more than one.</exception>
        public void RequireOne(params Option[] options)
        {
            var names = string.Join(", ", options.Select(option => option.Name));
            string[] given = [.. options.Where(parsed.IsGiven).Select(option => option.Name)];
            if (given.Length != 1)
            {
                throw new UsageException(
                    given.Length == 0
                        ? $"None of {names} is given; allowed: exactly one."
                        : $"{string.Join(" and ", given)} are given; allowed: exactly one of {names}."
                );
            }
        }

        /// <exception cref="UsageException">One of the others was given with the option.</exception>
        public void Refuse(Option option, params Option[] others)
        {
            if (parsed.IsGiven(option) && others.FirstOrDefault(parsed.IsGiven) is { } other)
            {
                throw new UsageException(
                    $"{other.Name} is given with {option.Name}, which has no use for it; "
                        + "allowed: one of the two."
                );
            }
        }
    }
}
