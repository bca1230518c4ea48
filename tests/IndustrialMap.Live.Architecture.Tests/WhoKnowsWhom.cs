using NetArchTest.Rules;

namespace IndustrialMap.Live.Architecture.Tests;

/// <summary>Which room may know which, and who may know a package.</summary>
public class WhoKnowsWhom
{
    private const string AspNet = "Microsoft.AspNetCore", Orleans = "Orleans", Sqlite = "Microsoft.Data.Sqlite", RawSqlite = "SQLitePCL";

    public static TheoryData<string> EveryRoom => [.. Rooms.FromTheTop];

    [Fact]
    public void Every_room_of_src_has_its_place_in_the_order() => Assert.Equal(
        Rooms.FromTheTop.Select(Rooms.NameOf).Order(),
        Sources.Files("src", ".csproj").Select(Path.GetFileNameWithoutExtension).Order());

    [Theory]
    [MemberData(nameof(EveryRoom))]
    public void A_room_references_only_rooms_above_it(string room)
    {
        var below = Rooms.Below(room).Select(Rooms.NameOf).ToArray();
        Assert.Empty(Rooms.AssemblyOf(room).GetReferencedAssemblies().Select(name => name.Name).Intersect(below));
        Assert.Empty(WhoKnow(room, below));
    }

    [Fact]
    public void Domain_needs_only_the_base_library()
    {
        var baseLibrary = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var needed = Rooms.AssemblyOf("Domain").GetReferencedAssemblies().Select(name => name.Name!).ToArray();
        Assert.NotEmpty(needed);
        Assert.All(needed, name => Assert.True(File.Exists(Path.Combine(baseLibrary, $"{name}.dll")), $"Domain needs {name}."));
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Journal")]
    [InlineData("Views")]
    public void It_knows_nothing_of_Orleans_of_ASP_NET_or_of_SQLite(string room) =>
        Assert.Empty(WhoKnow(room, Orleans, AspNet, Sqlite, RawSqlite));

    [Fact]
    public void Grains_know_nothing_of_views_nor_of_HTTP() =>
        Assert.Empty(WhoKnow("Grains", Rooms.NameOf("Views"), AspNet, "System.Net"));

    [Fact]
    public void What_is_forbidden_elsewhere_is_found_where_it_is_used()
    {
        Assert.NotEmpty(WhoKnow("Server", AspNet));
        Assert.NotEmpty(WhoKnow("Server", Rooms.NameOf("Views")));
        Assert.NotEmpty(WhoKnow("Journal.Sqlite", Sqlite));
    }

    /// <summary>The types of a room that use one of these namespaces, or what is in them.</summary>
    private static IEnumerable<string> WhoKnow(string room, params string[] namespaces) => namespaces.Length == 0
        ? []
        : Types.InAssembly(Rooms.AssemblyOf(room)).That().HaveDependencyOnAny(namespaces).GetTypes().Select(type => type.FullName);
}
