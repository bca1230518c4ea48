using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace IndustrialMap.Live.PlanFiles.Tests;

public sealed class BrokenFiles
{
    private static readonly byte[] Valid = Encoding.UTF8.GetBytes(Example.File);

    /// <summary>A byte changed, taken out, put in, or the rest of the file cut off; bytes of JSON's own signs more often.</summary>
    private static readonly Gen<Func<byte[], byte[]>> Mutation =
        from place in Gen.Choose(0, int.MaxValue)
        from what in Gen.OneOf(Gen.Choose(0, 255).Select(b => (byte)b), Gen.Elements("{}[],:\"\\/-.eu0n \n"u8.ToArray()))
        from how in Gen.Choose(0, 20)
        select (Func<byte[], byte[]>)(file => (file.Length, how) switch
        {
            (0, _) => [what],
            var (length, _) when how == 20 => file[..(place % length)],
            var (length, _) when how < 7 => [.. file[..(place % length)], .. file[(place % length + 1)..]],
            var (length, _) when how < 14 => [.. file[..(place % length)], what, .. file[(place % length)..]],
            var (length, _) => [.. file[..(place % length)], what, .. file[(place % length + 1)..]],
        });

    private static readonly Gen<byte[]> Broken =
        from count in Gen.Choose(1, 6)
        from mutations in Mutation.ListOf(count)
        select mutations.Aggregate(Valid, (file, mutate) => mutate(file));

    [Fact]
    public void Whatever_happens_to_the_bytes_the_answer_is_a_plan_or_a_list_of_errors() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Arb.From(Broken), file =>
        {
            var result = PlanReader.Read(file);
            Assert.True(result.Plan is null != result.Errors.IsEmpty);
            Assert.True(result.Errors.Length <= PlanLimits.MaxErrors);
            Assert.Equal(result.Errors.OrderBy(error => (error.Line, error.Column)).Select(error => error.ToString()), result.Errors.Select(error => error.ToString()));
        }));

    public static readonly TheoryData<string, string> Pathological = new()
    {
        { "nothing but errors", "{" + string.Concat(Enumerable.Repeat("\"a\":0,", 830_000)) + "\"b\":0}" },
        { "nothing but comments", string.Concat(Enumerable.Repeat("/**/", 1_200_000)) },
        { "nothing but trailing commas", "[" + string.Concat(Enumerable.Repeat("[0,],", 990_000)) + "]" },
        { "nothing but brackets", "[" + string.Concat(Enumerable.Repeat("[],", 1_600_000)) + "0]" },
        { "one endless number", "{\"id\":" + new string('9', 4_900_000) + "}" },
        { "one endless text", "{\"id\":\"" + new string('x', 4_900_000) + "\"}" },
        { "one endless text of escapes", "{\"title\":\"" + string.Concat(Enumerable.Repeat("\\ud800", 800_000)) + "\"}" },
        { "one endless name", "{\"" + new string('x', 4_900_000) + "\":0}" },
        { "a name that is doubled without end", "{" + string.Concat(Enumerable.Repeat("\"id\":1,", 700_000)) + "\"id\":1}" },
    };

    [Theory, MemberData(nameof(Pathological))]
    public void A_large_file_of(string what, string file)
    {
        Assert.NotEqual("", what);
        var watch = Stopwatch.StartNew();
        var result = Example.Read(file);
        Assert.NotEmpty(result.Errors);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }
}
