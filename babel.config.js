const nutui = {
  libraryName: '@nutui/nutui-react-taro',
  libraryDirectory: 'dist/es',
  camel2DashComponentName: false,
  customName: (name) => `@nutui/nutui-react-taro/dist/es/packages/${name.toLowerCase()}`,
  style: (path) => `${path}/style/style.css`,
};

const icons = {
  libraryName: '@nutui/icons-react-taro',
  camel2DashComponentName: false,
  customName: (name) => `@nutui/icons-react-taro/dist/es/icons/${name}.js`,
  style: false,
};

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
  plugins: [
    ['import', nutui, 'nutui'],
    ['import', icons, 'nutui-icons'],
  ],
};
